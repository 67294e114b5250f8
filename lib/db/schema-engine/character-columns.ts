const CHAR_OID = 18;
const TEXT_OID = 25;

interface Answer {
  fields?: { dataTypeID: number }[];
  rows?: object;
}

/** Remembers which columns of an answer were PostgreSQL's one-byte "char" while they pass as text. */
export class CharacterColumns {
  private readonly hidden = new WeakMap<object, number[]>();

  /** Marks the columns of a driver's answer (or of several) as text; gives the same answer back. */
  hide<T>(answers: T): T {
    for (const answer of Array.isArray(answers) ? answers : [answers])
      this.hideIn(answer as Answer | undefined);
    return answers;
  }

  /** Indexes of the columns of these rows that were "char". */
  of(rows: object): number[] {
    return this.hidden.get(rows) ?? [];
  }

  private hideIn(answer: Answer | undefined): void {
    const indexes: number[] = [];
    for (const [index, field] of (answer?.fields ?? []).entries()) {
      if (field.dataTypeID !== CHAR_OID) continue;
      field.dataTypeID = TEXT_OID;
      indexes.push(index);
    }
    if (answer?.rows && indexes.length > 0) this.hidden.set(answer.rows, indexes);
  }
}
