/** Never called: the chat names its transport. */
export const defaultTransport = () => null;
