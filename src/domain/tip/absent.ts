/**
 * Stands in, in the browser build only, for parts of age-encryption that this site cannot
 * reach: tag recipients (P-256), and hybrid recipients while every desk has an X25519 key.
 * They would weigh 18 kB of a 40 kB budget. Whoever touches one gets an error, so a wrong
 * key type seals nothing.
 */
const absent = new Proxy({}, {
  get() {
    throw new Error('This build leaves out that kind of age key.');
  },
}) as never;

export { absent as p256, absent as MLKEM768P256, absent as MLKEM768X25519 };
