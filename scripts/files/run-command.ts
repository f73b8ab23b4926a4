/** What every command does with its arguments, its failures and Ctrl-C. */
import { parseArgs } from 'node:util';
import { CommandError } from './command-error.ts';
import { systemFault } from './system-fault.ts';

export { CommandError };

/** Runs a command; a failure is printed and makes the exit code 1. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    const fault = systemFault(error);
    if (fault !== undefined) console.error(`\n错误：${fault}`);
    else if (!(error instanceof CommandError)) console.error(error);
    else if (error.message) console.error(`\n错误：${error.message}`);
  }
}

/**
 * Reads `--port` and `--host` of the commands that serve the site.
 * @throws {CommandError} on any other argument, and on a port that is none.
 */
export function serverOptions(fallbackPort = 4321): { port: number; host: string } {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: String(fallbackPort) },
        host: { type: 'string', default: '127.0.0.1' },
      },
    });
    const port = Number(values.port);
    if (Number.isInteger(port) && port >= 0 && port < 65536) return { port, host: values.host };
  } catch {
    // Falls through to the sentence below: what node:util says is in English.
  }
  throw new CommandError(
    '可用的参数：--port <端口号> --host <地址>（用 npm run 时写在 -- 之后）。',
  );
}

/** Waits for Ctrl-C or the end signal of a process manager. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
