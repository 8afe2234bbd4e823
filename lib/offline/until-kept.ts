/** Keys are gone by then, kept or not. */
const AT_MOST = 1_000
const AGAIN = 50

/** Every form of the page has kept what stands in it; those that have not, are at it. */
const isKept = (): boolean => dispatchEvent(new Event('quiet', { cancelable: true }))

/** Before the page is locked: what was typed a moment ago is kept, or a second is over. */
export const untilKept = async (): Promise<void> => {
  const end = performance.now() + AT_MOST
  while (!isKept() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, AGAIN))
}
