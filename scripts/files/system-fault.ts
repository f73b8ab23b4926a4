/** Faults of the machine – a full disk, a folder that may not be written – in words that say what to do. */

/** What a system error code means to the person at the keyboard, and what helps. */
const meanings: Record<string, string> = {
  ENOSPC: '磁盘空间已满。请腾出空间（或把 OUT_DIR、CONTENT_DIR 放到空间更大的磁盘）后重试',
  EDQUOT: '已超出磁盘配额。请腾出空间或请管理员提高配额后重试',
  EFBIG: '文件超出系统允许的大小（ulimit -f 或文件系统的限制）。请放宽限制后重试',
  EROFS: '所在的文件系统是只读的。请改用可以写入的目录，或以可写方式重新挂载后重试',
  EACCES: '没有写入（或读取）的权限。请检查该目录的所有者与权限，或改用有权写入的目录',
  EPERM: '系统不允许写入。请检查该目录的所有者与权限，或改用有权写入的目录',
  EBUSY: '正被系统或其他程序占用（例如它是一个挂载点）。请改用挂载点之下的子目录',
  EMFILE: '同时打开的文件过多。请提高限制（ulimit -n）后重试',
  ENFILE: '系统同时打开的文件过多。请关闭其他程序后重试',
  ENOTDIR: '路径中有一段是文件而不是目录。请改用另一目录',
};

/** Codes as programs not written in JavaScript report them, Pagefind among them. */
const byNumber: Record<string, string> = {
  '1': 'EPERM',
  '13': 'EACCES',
  '27': 'EFBIG',
  '28': 'ENOSPC',
  '30': 'EROFS',
  '122': 'EDQUOT',
};

interface Faulty {
  code?: unknown;
  path?: unknown;
  dest?: unknown;
  message?: unknown;
  cause?: unknown;
}

function codeOf({ code, message }: Faulty): string | undefined {
  if (typeof code === 'string' && Object.hasOwn(meanings, code)) return code;
  const number = /\bos error (\d+)\b/u.exec(String(message ?? ''))?.[1];
  if (number !== undefined) return byNumber[number];
  return /\b(E[A-Z]{3,})\b: /u
    .exec(String(message ?? ''))
    ?.slice(1)
    .find((found) => Object.hasOwn(meanings, found));
}

/**
 * The sentence for a failure that the machine is the reason of, the ones it was caused by included; undefined for
 * every other failure.
 */
export function systemFault(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; depth += 1) {
    const code = codeOf(at);
    if (code !== undefined) {
      const { path, dest } = at as Faulty;
      const place = [path, dest].filter((name) => typeof name === 'string').join(' → ');
      return `${place ? `${place}：` : ''}${meanings[code]}（${code}）。`;
    }
    at = at.cause;
  }
  return undefined;
}
