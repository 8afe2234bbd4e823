/** @param {string} text address of a database, as libpq would take it */
export const namesSeveralHosts = (text) =>
  /^postgres(ql)?:\/\/[^/?]*,/.test(text) || /[?&]host=[^&]*(,|%2C)/i.test(text)

export const SEVERAL_HOSTS =
  'names several hosts, and no driver can tell which of them takes writes. Give one address that moves with the primary: HAProxy that asks /primary of Patroni, the -rw service of CloudNativePG, or a floating address of the servers'
