import { type ElementHandle, expect, type Locator, type Page } from '@playwright/test'

// Far more than any page has; anyone who presses Tab so often is lost.
const LIMIT = 250

type Look = { readonly isThere: boolean; readonly isGone: boolean; readonly trouble: string | null }

/** Whether the wanted one has the focus, and whether anyone who looks at the screen sees what has it. */
const look = (target: ElementHandle<Element>): Promise<Look> =>
  target.evaluate((wanted) => {
    const here = document.activeElement
    const isGone = !wanted.isConnected
    const isRadio = (one: Element | null): one is HTMLInputElement =>
      one instanceof HTMLInputElement && one.type === 'radio'
    // Tab leads to a group of radio buttons, the arrows to the one that is meant.
    const isThere = here === wanted || (isRadio(here) && isRadio(wanted) && here.name === wanted.name)
    if (here === null || here === document.body) return { isThere: false, isGone, trouble: null }
    const says = `${here.tagName} ${here.getAttribute('name') ?? ''} “${(here.getAttribute('aria-label') ?? here.textContent ?? '').trim().slice(0, 60)}”`
    const [box] = here.getClientRects()
    if (box === undefined) return { isThere, isGone, trouble: `${says} has the focus and is not drawn` }
    // Of a tall field the first line counts: that is where one writes.
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20))
    if (hit === null)
      return { isThere, isGone, trouble: `${says} has the focus beyond the edge of the screen` }
    const isSeen = here.contains(hit) || hit.closest('label')?.contains(here) === true
    if (!isSeen)
      return { isThere, isGone, trouble: `${says} has the focus under ${hit.tagName} ${hit.className}` }
    // On a phone the link of a card covers it with what is drawn after it, and the ring is around the card.
    const hasRing = [here, here.closest('label')].some((one) => {
      if (one === null) return false
      return [getComputedStyle(one), getComputedStyle(one, '::after')].some(
        ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 3,
      )
    })
    return { isThere, isGone, trouble: hasRing ? null : `${says} has the focus and shows no ring` }
  })

/**
 * Two hands on a keyboard. Nothing here clicks or focuses by script: one presses Tab until the wanted thing has the
 * focus, and at every stop on the way the focus must be seen – with a ring, on the screen, under no bar.
 */
export const handsOn = (page: Page) => {
  const { keyboard } = page

  const reach = async (target: Locator): Promise<void> => {
    // Tab passes by what waits for the scripts of its page.
    await expect(target).toBeEnabled()
    let wanted = await target.elementHandle({ timeout: 10_000 })
    for (let step = 0; wanted !== null && step < LIMIT; step++) {
      const { isThere, isGone, trouble } = await look(wanted)
      if (trouble !== null) throw new Error(trouble)
      if (isThere) return
      // A page that arrives late draws its links anew; who looks at the screen sees the same link.
      if (isGone) wanted = await target.elementHandle({ timeout: 10_000 })
      await keyboard.press('Tab')
    }
    throw new Error(`Tab does not lead to ${target}`)
  }
  const press = async (target: Locator): Promise<void> => {
    await reach(target)
    await keyboard.press('Enter')
  }
  const tick = async (box: Locator): Promise<void> => {
    await reach(box)
    await keyboard.press('Space')
  }
  const choose = async (radio: Locator): Promise<void> => {
    await reach(radio)
    const isChecked = (): Promise<boolean> => radio.isChecked()
    if (!(await isChecked())) await keyboard.press('Space')
    for (let step = 0; step < LIMIT && !(await isChecked()); step++) await keyboard.press('ArrowRight')
    await expect(radio).toBeChecked()
  }
  const pick = async (select: Locator, label: string): Promise<void> => {
    await reach(select)
    const chosen = (): Promise<string | null> => select.locator('option:checked').textContent()
    await keyboard.press('Home')
    for (let step = 0; step < LIMIT && (await chosen()) !== label; step++) await keyboard.press('ArrowDown')
    await expect(select.locator('option:checked')).toHaveText(label)
  }
  const write = async (field: Locator, text: string): Promise<void> => {
    await reach(field)
    await keyboard.type(text)
  }
  return { reach, press, tick, choose, pick, write }
}
export type Hands = ReturnType<typeof handsOn>
