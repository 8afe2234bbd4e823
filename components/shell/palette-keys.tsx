import { NextIntlClientProvider, useMessages } from 'next-intl'
import { useLayoutEffect, useState } from 'react'
import { useLater } from '@/components/ui/use-later'
import type { Locale } from '@/lib/i18n/locales'

const LINK = 'a[data-search]'
const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey

const bring = async (locale: Locale) => {
  const [room, { bringLabels: bringWords }] = await Promise.all([
    import('@/components/people/palette'),
    import('@/components/people/palette-labels'),
  ])
  return { Palette: room.Palette, words: await bringWords(locale) }
}

/** Opens what finds people, pages and facts over the page: Ctrl K (⌘ K), or the link. Where it did not come, the link is followed. */
export const PaletteKeys = ({ locale }: { locale: Locale }) => {
  const room = useLater(() => bring(locale))
  const said = useMessages()
  const isThere = room !== null
  // The pages that the role may open, as they stood on the link when it was opened; null while it is closed.
  const [pages, setPages] = useState<readonly string[] | null>(null)
  // Anyone who sees that it came is heard at once: between the two the keys would still follow the link.
  useLayoutEffect(() => {
    const link = (): HTMLAnchorElement | null => document.querySelector(LINK)
    const open = (): void => setPages((link()?.dataset.search ?? '').split(' '))
    const key = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      // Another dialog is a question that waits for its answer.
      if (document.querySelector('dialog:modal') !== null) return
      if (isThere) open()
      else link()?.click()
    }
    const click = (event: MouseEvent): void => {
      if (!isThere || !isPlain(event)) return
      if (!(event.target instanceof Element) || event.target.closest(LINK) === null) return
      event.preventDefault()
      open()
    }
    // Before a field or the link itself hears it.
    addEventListener('keydown', key, true)
    addEventListener('click', click, true)
    return () => {
      removeEventListener('keydown', key, true)
      removeEventListener('click', click, true)
    }
  }, [isThere])
  if (room === null) return null
  return (
    <NextIntlClientProvider locale={locale} messages={{ ...said, ...room.words }}>
      <room.Palette pages={pages} onClose={() => setPages(null)} />
    </NextIntlClientProvider>
  )
}
