// Written by scripts/messages-catalogue.mjs from the files in messages/; a check fails when it is out of date.
export type Messages = {
  common: typeof import('../../messages/en/common.json')
}

export const catalogue = {
  en: async () => ({
    common: (await import('../../messages/en/common.json')).default,
  }),
  fr: async () => ({
    common: (await import('../../messages/fr/common.json')).default,
  }),
  nl: async () => ({
    common: (await import('../../messages/nl/common.json')).default,
  }),
  de: async () => ({
    common: (await import('../../messages/de/common.json')).default,
  }),
}
