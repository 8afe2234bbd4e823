import type { Locator } from '@playwright/test'

/** Counts what a finger does. Typing is no tap; putting the cursor into a field that does not have it is one. */
export const openCounter = () => {
  let taps = 0
  return {
    taps: () => taps,
    tap: async (target: Locator): Promise<void> => {
      await target.click()
      taps += 1
    },
    type: async (target: Locator, text: string): Promise<void> => {
      const hasFocus = await target.evaluate((element) => element === document.activeElement)
      if (!hasFocus) {
        await target.click()
        taps += 1
      }
      await target.fill(text)
    },
  }
}
