/** The inverse of the codec of the index, which nothing but its tests needs. */

/** Text from the tokens of `textTokens`; the inverse of it. @throws when a token is none of these. */
export function decodeText(tokens: string[]): string {
  return tokens
    .map((token) => {
      const first = token[0] ?? '';
      if (/[0-9a-z\u3400-\u4dbf\u4e00-\u9fff]/.test(first)) return first;
      const high = first.charCodeAt(0) - 0xa016;
      const low = token.charCodeAt(1) - 0xa016;
      if (!(high >= 0 && high < 64 && low >= 0 && low < 1024))
        throw new Error(`No text token: ${token}`);
      return String.fromCharCode(high * 1024 + low);
    })
    .join('');
}
