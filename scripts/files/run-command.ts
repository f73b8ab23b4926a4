/** What every command is made of: its arguments, its help, the collection it works on, its failures and Ctrl-C. */
import { parseArgs } from 'node:util';
import { type Collection, openCollection } from '../../src/collection/files.ts';
import { programDir } from '../../src/collection/program-dir.ts';
import { readSettings, type Settings } from '../../src/collection/settings.ts';
import { CommandError } from './command-error.ts';
import { systemFault } from './system-fault.ts';

export { CommandError };

interface Option {
  type: 'string' | 'boolean';
  default?: string | boolean;
  /** What stands for its value in the help, `<端口号>`; absent for a switch. */
  value?: string;
  /** What it does, for the help. */
  about: string;
}
type Options = Readonly<Record<string, Option>>;

type Values<O extends Options> = {
  [Name in keyof O]: O[Name] extends { type: 'boolean' }
    ? boolean
    : O[Name] extends { default: string }
      ? string
      : string | undefined;
};

/** What a command is given to work with. */
export interface Context<O extends Options> {
  values: Values<O>;
  positionals: string[];
  settings: Settings;
  /** The collection of the settings. */
  collection: Collection;
  /** @returns an error that says what is wrong with the arguments and how the command is used */
  misused(detail?: string): CommandError;
}

interface Command<O extends Options> {
  /** As it is typed: `npm run <name>`. */
  name: string;
  /** What it does, a sentence. */
  about: string;
  /** What stands for the other arguments in the help; absent where there may be none. */
  positionals?: string;
  options?: O;
  run(context: Context<O>): Promise<void>;
}

/** How a command is used, as people read it. */
function usageOf({ name, positionals, options = {} }: Command<Options>): string {
  const rows = Object.entries(options).map(([option, { value, about }]) => [
    `  --${option}${value ? ` ${value}` : ''}`,
    about,
  ]);
  const width = Math.max(0, ...rows.map(([left = '']) => left.length)) + 2;
  const typed = name === 'start' ? 'npm start' : `npm run ${name}`;
  const some = rows.length > 0 ? ' [选项]' : '';
  const behind = positionals || some ? ` -- ${positionals ?? ''}${some}`.replace('  ', ' ') : '';
  return [
    `用法：${typed}${behind}`,
    ...rows.map(([left = '', about]) => `${left.padEnd(width)}${about}`),
  ].join('\n');
}

/** Prints a failure in words and makes the exit code 1. */
function fail(error: unknown): void {
  process.exitCode = 1;
  const fault = systemFault(error);
  if (fault !== undefined) console.error(`\n错误：${fault}`);
  else if (!(error instanceof CommandError)) console.error(error);
  else if (error.message) console.error(`\n错误：${error.message}`);
}

/**
 * Runs a command with the arguments and the environment of this process. `--help` says how it is used; a failure is
 * printed and makes the exit code 1.
 */
export async function defineCommand<const O extends Options>(command: Command<O>): Promise<void> {
  try {
    const usage = usageOf(command);
    const misused = (detail?: string) =>
      new CommandError(detail === undefined ? usage : `${detail}\n${usage}`);
    const { values, positionals } = parsed(command, misused);
    if (values['help'] === true) {
      console.log(`${command.about}\n\n${usage}`);
      return;
    }
    const settings = readSettings(process.env, programDir);
    await command.run({
      values: values as Values<O>,
      positionals,
      settings,
      collection: openCollection(settings),
      misused,
    });
  } catch (error) {
    fail(error);
  }
}

/** What node:util says of wrong arguments is in English: the usage is said instead. */
function parsed(
  { options = {}, positionals }: Command<Options>,
  misused: () => CommandError,
): { values: Record<string, unknown>; positionals: string[] } {
  const known = Object.entries(options).map(([name, { type, default: value }]) => [
    name,
    { type, ...(type === 'boolean' ? { default: value ?? false } : value && { default: value }) },
  ]);
  try {
    return parseArgs({
      options: { ...Object.fromEntries(known), help: { type: 'boolean' } },
      allowPositionals: positionals !== undefined,
    });
  } catch {
    throw misused();
  }
}

/** Options of the commands that serve the site. */
export const serverOptions = {
  port: { type: 'string', default: '4321', value: '<端口号>', about: '端口，默认 4321' },
  host: {
    type: 'string',
    default: '127.0.0.1',
    value: '<地址>',
    about: '监听的地址，默认只限本机',
  },
} as const;

/**
 * Where to serve, of {@link serverOptions}.
 * @throws {CommandError} on a port that is none
 */
export function serverPlace({ values, misused }: Context<typeof serverOptions>): {
  port: number;
  host: string;
} {
  const port = Number(values.port);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return { port, host: values.host };
  throw misused(`端口 ${values.port} 有误。`);
}

/** Waits for Ctrl-C or the end signal of a process manager. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
