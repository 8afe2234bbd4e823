// The page without a network carries the words of every error (words-en.ts): there is none to bring (scripts/offline-build.mjs).

const NOTHING = (): void => undefined

export const listenToErrors = (): (() => void) => NOTHING
export const findErrors = (): null => null
export const bringErrors = async (): Promise<void> => undefined
