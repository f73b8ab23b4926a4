/** Progress of a command, stage by stage, on standard output. */

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} 秒`;

/** Prints the stages of one command as they begin and end: name, result, time taken. */
export class Stages {
  readonly #total: number;
  #current = 0;

  /** @param total how many stages the command has */
  constructor(total: number) {
    this.#total = total;
  }

  /** Runs a stage; `work` returns what to say of its result. */
  async run(name: string, work: () => Promise<string>): Promise<void> {
    this.#current += 1;
    console.log(`[${this.#current}/${this.#total}] ${name}`);
    const start = performance.now();
    const result = await work();
    console.log(`      ${result}，${seconds(performance.now() - start)}`);
  }
}
