'use client'

/** Whether this browser has promised not to erase what lies here; null where it cannot say. */
export const isKeptForSure = async (): Promise<boolean | null> => {
  try {
    return (await navigator.storage?.persisted?.()) ?? null
  } catch {
    return null
  }
}

/** Asks for the promise. Some browsers decide by themselves, some ask the person in front of them. */
export const askToKeep = async (): Promise<boolean> => {
  try {
    return (await navigator.storage?.persist?.()) ?? false
  } catch {
    return false
  }
}

let asked = false

/** Asks once in the life of a page, and only a browser that has not promised yet. */
export const keepForSure = async (): Promise<void> => {
  if (asked) return
  asked = true
  if ((await isKeptForSure()) === false) await askToKeep()
}
