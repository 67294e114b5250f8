/** Programs that make inline code a command when an argument follows. Words of prose are left out. */
const EXECUTABLES = new Set(
  `ansible ansible-playbook apt apt-get argocd awk aws az bash brew bundle bundler cargo cat cd certbot chmod chown
   composer conda consul cp cqlsh crictl cryptsetup ctr curl date dd df dig dmesg dnf docker docker-compose doctl dpkg
   du echo etcdctl exec export fdisk flux fly flyctl gcloud gem gh git glab gradle grep gsutil gunzip gzip helm heroku
   hostnamectl htop http httpie iostat ip iptables istioctl java journalctl jq k6 k9s kafka-topics kcat kill killall
   kinit knife kops kubeadm kubectl kubectx kubens kustomize ldapsearch lftp linkerd ls lsblk lsof make mc mkdir mongo
   mongodump mongorestore mongosh mount mtr mv mvn mysql mysqladmin mysqldump nc ncat netstat newrelic nft nginx nmap
   node nohup nomad npm npx nslookup ntpq nvidia-smi oc openssl pg_dump pg_restore pg_ctl pgrep php ping ping6 pip pip3
   pkill pm2 pnpm podman poetry promtool ps psql pulumi puppet pwd pwsh pytest python python2 python3 rabbitmqctl rails
   rake rclone rdiff-backup redis-cli reboot restic rm rmdir rsync ruby salt scp sed service sftp sh ssh ssh-add
   ssh-keygen sqlite3 ss stat strace sudo supervisorctl svn swapoff swapon systemctl tail tar tcpdump tee telnet
   terraform terragrunt tmux top touch traceroute tsh umount uname unzip uptime uv uvicorn vagrant vault velero vi vim
   virsh vmstat wget whoami xargs yarn yum zcat zgrep zip zypper
   ceph rbd rados radosgw-admin virtctl oc-mirror ocm tctl gpg crontab nsenter chroot pgbench patronictl pg_basebackup
   pg_isready chef-client chef-server-ctl gitlab-ctl gitlab-rails gitlab-psql eksctl minikube skaffold k3s talosctl buildah
   skopeo timedatectl ufw firewall-cmd setenforce getenforce lvextend vgdisplay lvs vgs pvs resize2fs xfs_growfs mdadm
   smartctl fsck useradd usermod sysctl modprobe ethtool ifconfig nmcli resolvectl sqlcmd sqlplus nodetool
   clickhouse-client varnishadm apachectl dotnet jstack jmap jcmd argo k clickhouse-local calicoctl
   sc net ipconfig netsh wevtutil iisreset tasklist taskkill schtasks robocopy icacls wmic sfc chkdsk gpupdate nltest w32tm
   dism reg bcdedit vssadmin repadmin dcdiag klist quser diskpart less knife git-crypt pgbouncer postqueue postsuper
   zpool zfs rabbitmq-diagnostics rabbitmqadmin kubeseal stern hubble cilium nerdctl tofu pgbackrest barman wal-g repmgr
   pg_rewind pt-online-schema-change gh-ost rpk nats kafka-consumer-groups kafka-configs kafka-reassign-partitions flyway
   liquibase haproxy`.split(/\s+/),
);

/** The verbs with which commands of PowerShell begin: `Restart-Service`. */
const CMDLET =
  /^(?:Get|Set|New|Add|Remove|Clear|Start|Stop|Restart|Suspend|Resume|Test|Invoke|Enable|Disable|Update|Install|Uninstall|Import|Export|Move|Copy|Rename|Connect|Enter|Reset|Repair|Resolve|Mount|Dismount|Format|Backup|Restore|Unlock|Grant|Revoke|Sync|Wait|Write|Register|Measure|Select|Where|ForEach|Out|Read|Send|Save|Find|Sort|Group|ConvertTo|ConvertFrom|Compare|Expand|Compress|Unregister|Disconnect|Initialize|Optimize|Complete|Checkpoint|Block|Unblock|Lock|Push|Pop)-[A-Z][A-Za-z]+$/;

/** `$disks = …` and `foreach ($h in …`: no other shell writes so. */
const BEGINS_POWERSHELL =
  /^(?:\$[A-Za-z_][\w:.]*\s*[-+]?=\s|foreach\s*\(\s*\$\w+\s+in\s|if\s*\(\s*(?:-not\s+)?\(?(?:\$|[A-Z][a-z]+-[A-Z]))/;

/** Whether a command is one of PowerShell: it begins with a cmdlet, or as in no other shell. */
export function beginsPowerShell(command: string): boolean {
  return CMDLET.test(/^\S+/.exec(command)?.[0] ?? "") || BEGINS_POWERSHELL.test(command);
}

/** Whether a word names a program: a known one, a script, a command of PowerShell, or a path to a program. */
export function isExecutable(word: string): boolean {
  if (EXECUTABLES.has(word) || CMDLET.test(word)) return true;
  return (
    /^(?:python|pip|node|ruby|php)\d+(?:\.\d+)*$/.test(word) ||
    /^(?:\.{1,2}\/\S+|\S+\.(?:sh|ps1|exe|bat|cmd))$/.test(word) ||
    /^\/(?:[\w.-]+\/)*s?bin\/[\w.-]+$/.test(word) ||
    EXECUTABLES.has(/^\/(?:[\w.-]+\/)+([\w-]+)$/.exec(word)?.[1] ?? "")
  );
}
