/**
 * Letters and digits alone: KubePodCrashLooping, kube-pod-crash-looping and “Kube pod crash looping” are one name.
 * Numbers such as `#123` are examples: they do not count.
 */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/#\d+\b/g, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** A trigger of fewer letters and digits says too little to be looked for inside a text. */
export const SIGNATURE = 12;
