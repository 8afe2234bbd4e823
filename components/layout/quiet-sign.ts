import { QUIET_COOKIE } from '@/lib/shared/cookie.rules'
import { forgetFacts } from './keep-facts'
import { setPreferenceCookie } from './preference-cookie'

/** This tab shows the other page. The attribute is what the stylesheet hides everything by. */
export const isQuiet = (): boolean => document.documentElement.hasAttribute('data-quiet')

/**
 * Said to the application and to every tab of it, until the session is over. A cookie, because the application itself then shows
 * the other page instead of any of its own (proxy.ts); it says that something was hidden and nothing else.
 */
const wasHidden = (): boolean => document.cookie.split('; ').includes(`${QUIET_COOKIE}=yes`)

const CHANNEL = 'quiet'
/** @param heard what to do when another tab was hidden, or when this page comes back from the browser's memory after one was */
export const hearHiding = (heard: () => void): (() => void) => {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = heard
  const shown = (): void => {
    if (wasHidden()) heard()
  }
  addEventListener('pageshow', shown)
  return () => {
    channel.close()
    removeEventListener('pageshow', shown)
  }
}

/** Covers the tab before anything else happens, and says so to the others. What stands instead comes a moment later (quiet.ts). */
export const shut = (): void => {
  // Drafts say where they were written; the address is about to change.
  document.documentElement.setAttribute('data-quiet', location.pathname + location.search)
  setPreferenceCookie(QUIET_COOKIE, 'yes')
  // What a device keeps of a country shows no person, and says that Accompany was here.
  void forgetFacts().catch(() => undefined)
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(null)
  channel.close()
}
