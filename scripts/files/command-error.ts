/** A failure whose message says all there is to say: it is printed without a stack trace. */
export class CommandError extends Error {}
