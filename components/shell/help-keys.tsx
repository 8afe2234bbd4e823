import { usePathname } from 'next/navigation'
import { NextIntlClientProvider, useMessages } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { HELP_KEY_COOKIE } from '@/components/layout/help-key'
import { setPreferenceCookie } from '@/components/layout/preference-cookie'
import type { TermKey } from '@/components/layout/term'
import type { Locale } from '@/lib/i18n/locales'
import { ROLES } from '@/lib/shared/roles'

const LINK = 'a[data-help]'
const TERM = 'a[data-term]'
const WRITES = 'input, textarea, select, [contenteditable=true]'

const bring = async (locale: Locale) => {
  const [{ HelpPanel }, { isTerm }, { bringHelp: bringWords }] = await Promise.all([
    import('@/components/help/help-panel'),
    import('@/components/help/help-terms'),
    import('@/components/help/help-words'),
  ])
  return { HelpPanel, isTerm, words: await bringWords(locale) }
}
type Room = Awaited<ReturnType<typeof bring>>
type Asked = { readonly term: TermKey | null; readonly from: Element | null }

const link = (): HTMLAnchorElement | null => document.querySelector(LINK)
const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey
const isKey = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  key === '?' &&
  !ctrlKey &&
  !metaKey &&
  !altKey &&
  !(target instanceof Element && target.closest(WRITES) !== null) &&
  document.querySelector('dialog:modal') === null &&
  link()?.dataset.key === 'on'

/** Opens help beside the page: by its sign, by the key ?, and at a word by its dotted line. Where it cannot come, the link is followed. */
export const HelpKeys = ({ locale }: { locale: Locale }) => {
  const said = useMessages()
  const path = usePathname()
  const [room, setRoom] = useState<Room | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isKeyOn, setKeyOn] = useState(true)
  const opener = useRef<Element | null>(null)
  const isOpen = asked !== null
  useEffect(() => {
    const open = async (from: Element | null): Promise<void> => {
      const address = from?.getAttribute('href') ?? '/help'
      const brought = await bring(locale).catch(() => null)
      if (brought === null) return location.assign(address)
      const word = from instanceof HTMLElement ? from.dataset.term : undefined
      if (opener.current === null || !document.contains(opener.current)) opener.current = from
      setRoom(brought)
      setKeyOn(link()?.dataset.key === 'on')
      setAsked({ term: brought.isTerm(word) ? word : null, from })
    }
    const click = (event: MouseEvent): void => {
      if (!isPlain(event) || !(event.target instanceof Element)) return
      const from = event.target.closest(`${LINK}, ${TERM}`)
      if (from === null) return
      event.preventDefault()
      if (isOpen && from.matches(LINK)) setAsked(null)
      else void open(from)
    }
    const key = (event: KeyboardEvent): void => {
      if (isOpen && event.key === 'Escape' && !event.defaultPrevented) {
        event.preventDefault()
        setAsked(null)
      }
      if (!isKey(event)) return
      event.preventDefault()
      if (isOpen) setAsked(null)
      else void open(link())
    }
    // Before the link itself hears it.
    addEventListener('click', click, true)
    addEventListener('keydown', key)
    return () => {
      removeEventListener('click', click, true)
      removeEventListener('keydown', key)
    }
  }, [locale, isOpen])
  useEffect(() => {
    if (isOpen) return
    const { current } = opener
    opener.current = null
    if (current instanceof HTMLElement && document.contains(current)) current.focus()
  }, [isOpen])
  // On a page of help the panel would say the same beside it.
  useEffect(() => {
    if (path.startsWith('/help')) setAsked(null)
  }, [path])
  if (room === null || asked === null) return null
  const setKey = (isOn: boolean): void => {
    setPreferenceCookie(HELP_KEY_COOKIE, isOn ? null : 'off')
    const sign = link()
    if (sign !== null) sign.dataset.key = isOn ? 'on' : 'off'
    setKeyOn(isOn)
  }
  return (
    <NextIntlClientProvider locale={locale} messages={{ ...said, ...room.words }}>
      <room.HelpPanel
        role={ROLES.read(link()?.dataset.help)}
        term={asked.term}
        isKeyOn={isKeyOn}
        onKey={setKey}
        onClose={() => setAsked(null)}
      />
    </NextIntlClientProvider>
  )
}
