declare module 'opencc-js/dict/TSCharacters' {
  /** Pairs `Traditional Simplified[ Simplified…]`, separated by `|`. */
  const pairs: string;
  export default pairs;
}
