/** Where the pages without a network are (scripts/offline-build.mjs). */
export const OFFLINE_PATH = '/offline'
