import { describe, expect, it } from "vitest";
import { dangerOf, isDangerous } from "./danger";

describe("a dangerous command", () => {
  it.each([
    "rm state.json",
    "sudo rm -rf /srv/data",
    "kill -9 <PID>",
    "sudo systemctl kill -s SIGKILL web",
    "git reset --hard HEAD~1",
    "git push --force origin main",
    "git push -f",
    "git revert abc123",
    "redis-cli FLUSHALL",
    "psql -c 'DROP TABLE orders'",
    "psql -c 'DELETE FROM orders'",
    "kubectl -n shop delete pod web-0",
    "kubectl drain node-1",
    "terraform -chdir=prod destroy",
    "terraform apply -auto-approve",
    "docker system prune -af",
    "aws s3 rm s3://bucket/key",
    "dd if=/dev/zero of=/dev/sda",
    "sudo reboot",
    "tar -xzf backup-YYYYMMDD.tar.gz",
    "curl https://example.org/install | sh",
    "curl -X DELETE https://example.org/a",
    "knife node delete -y web-1",
    "tool subvolume delete <name>",
    "velero backup delete nightly",
    "rabbitmqctl purge_queue jobs",
    "rabbitmqctl -p shop purge_queue <queue>",
    "kubectl -n mq exec mq-0 -- rabbitmqctl delete_queue jobs",
    "rabbitmqctl force_reset",
    "kafka-tool delete-topic orders",
    "./bin/kafkatool.sh delete-topic orders",
    "consumers reset-offsets --to-latest",
    "cachectl flush_all",
    "shopctl db drop_database orders",
    "rake db:drop",
    "bucketctl force-delete <bucket>",
    "cd /srv && shopctl purge-cache",
    "> access.log",
    "truncate -s 0 access.log",
  ])("is %s", (command) => {
    expect(isDangerous(command)).toBe(true);
  });

  it.each([
    "docker run --rm -it alpine",
    "git push origin main",
    "git reset HEAD file",
    "kubectl get pods",
    "tar -czf backup.tar.gz config/",
    "terraform plan",
    "systemctl status web",
    "grep -r form .",
    "redis-cli ping",
    "grep delete app.log",
    "journalctl -u purge-worker",
    "kubectl get pods purge-worker",
    "kubectl -n shop rollout restart deploy purge-worker",
    "systemctl restart purge-worker",
    "systemctl reset-failed",
    "tail delete_queue.log",
    "shopctl list --filter drop_database",
    "shopctl deletes show",
    "shopctl undelete order",
    "git flush-cache.sh",
    "ls > files.txt",
  ])("is not %s", (command) => {
    expect(dangerOf(command)).toBeNull();
  });
});
