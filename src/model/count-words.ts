/** A number of things as pages print it: 1,001. */
export const inWords = (count: number): string => count.toLocaleString('zh-CN');
