/** The version that something bears which two may edit; null when it bears none. */
export const versionOf = (values: unknown): number | null =>
  typeof values === 'object' && values !== null && 'version' in values && typeof values.version === 'number'
    ? values.version
    : null
