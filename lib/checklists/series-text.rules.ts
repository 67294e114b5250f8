/** One series of an answer: its labels as Prometheus writes them, and its newest value. */
export interface Series {
  labels: string;
  value: string;
}

const MOST_SERIES = 20;

/** One line a series, labels and value apart by a tab: what is kept of an answer. */
export function seriesText(series: readonly Series[]): string {
  if (series.length === 0) return "no series";
  const lines = series.slice(0, MOST_SERIES).map(({ labels, value }) => `${labels}\t${value}`);
  const more = series.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}

/** The lines of `seriesText` again; those without a tab have no value. */
export function readSeriesText(text: string): Series[] {
  return text.split("\n").map((line) => {
    const at = line.lastIndexOf("\t");
    return at < 0 ? { labels: line, value: "" } : { labels: line.slice(0, at), value: line.slice(at + 1) };
  });
}
