/** Most attributes of a line that are looked at; what is kept of them is bounded later. */
const most = 256;

/** Names and values of a line in the order in which they stand; nested ones with dots between. */
export class Attributes {
  readonly names: string[] = [];
  readonly values: string[] = [];

  get size(): number {
    return this.names.length;
  }

  get full(): boolean {
    return this.names.length >= most;
  }

  add(name: string, value: string): void {
    if (this.full) return;
    this.names.push(name);
    this.values.push(value);
  }

  get(name: string): string | undefined {
    const index = this.names.indexOf(name);
    return index < 0 ? undefined : this.values[index];
  }
}
