import { QUIET_COOKIE, QUIET_PATH } from '@/lib/shared/cookie.rules'
import { setPreferenceCookie } from './preference-cookie'

// What of a hidden page the browser shows around it: the words in the tab, its sign, the address, the way back
// (docs/adr/0059). Everything here works without a network.

const SIGN =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4" fill="none" stroke="#666" stroke-width="2"/></svg>'

export const forget = (): void => setPreferenceCookie(QUIET_COOKIE, null)
export const uncover = (): void => {
  forget()
  document.documentElement.removeAttribute('data-quiet')
  watch?.disconnect()
}

let watch: MutationObserver | null = null
/** The words and the sign of the tab; they stay so whatever the page writes afterwards. */
export const cover = (title: string): void => {
  const sign = URL.createObjectURL(new Blob([SIGN], { type: 'image/svg+xml' }))
  const put = (): void => {
    if (document.title !== title) document.title = title
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]'))
      if (link.href !== sign) link.href = sign
  }
  put()
  watch = new MutationObserver(put)
  watch.observe(document.head, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
  })
}

/**
 * Every page of this tab that stands behind and before this one in the same document becomes the other page: the buttons of the
 * browser lead to no file. Next must not hear of it, or it would draw what the address says.
 */
export const cleanHistory = async (title: string): Promise<void> => {
  const deaf = (event: Event): void => event.stopImmediatePropagation()
  addEventListener('popstate', deaf, true)
  const replace = (): void => {
    History.prototype.replaceState.call(history, null, '', QUIET_PATH)
    document.title = title
  }
  replace()
  // Browsers before 2026 do not know the pages of their tab.
  if (!('navigation' in window)) return
  const own = navigation.entries().filter((one) => one.sameDocument)
  const [first] = own
  if (first === undefined || own.length < 2) return
  await navigation.traverseTo(first.key).finished?.catch(() => undefined)
  replace()
  // A new page cuts off whatever stood after it.
  History.prototype.pushState.call(history, null, '', QUIET_PATH)
}
