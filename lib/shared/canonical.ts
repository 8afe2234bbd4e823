/** JSON with sorted keys, so that the same content is the same text however it was built. */
export const canonical = (value: unknown, indent = 0): string =>
  JSON.stringify(
    value,
    (_key, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    indent,
  ) ?? 'null'
