'use client'
import { usePathname, useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { LOCALES } from '@/lib/i18n/locales'
import { PaletteList } from './palette-list'
import { putLine } from './search-line'
import { type Offer, useOffers } from './use-offers'

/**
 * One line that leads to people within reach, pages, facts, laws, actors and what can be begun. It says nothing of anyone in an
 * address.
 */
export const Palette = ({ pages, onClose }: { pages: readonly string[] | null; onClose: () => void }) => {
  const t = useTranslations('palette')
  const locale = LOCALES.read(useLocale())
  const router = useRouter()
  const path = usePathname()
  const [typed, setTyped] = useState('')
  // Where the choice stands: an offer's id, or null for what stands first, if it may be chosen without being looked at.
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [takesFirst, setTakesFirst] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const list = useId()
  const { offers, status, askNow, isSettled } = useOffers({ pages, typed, locale })
  // What was looked for on one page is no one’s business on the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the reason
  useEffect(() => setTyped(''), [path])
  const isOpen = pages !== null
  useEffect(() => {
    if (!isOpen) return
    setChosenId(null)
    // After the dialog has opened, which puts the focus on its first button.
    requestAnimationFrame(() => field.current?.select())
  }, [isOpen])
  // A file is never opened by an Enter that did not mean it: of people none is chosen before someone chose.
  const [first] = offers
  const at = offers.findIndex(({ id }) => id === chosenId)
  const chosen =
    at === -1 ? ((first?.isMeant || (takesFirst && isSettled) ? first : undefined) ?? null) : offers[at]
  const go = (offer: Offer): void => {
    onClose()
    if (offer.kind === 'all') putLine(typed)
    setTyped('')
    router.push(offer.href)
  }
  const move = (by: number): void => {
    const from =
      chosen === null || chosen === undefined ? (by > 0 ? -1 : offers.length) : offers.indexOf(chosen)
    setChosenId(offers.at((from + by + offers.length) % offers.length)?.id ?? null)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0 && offers.length > 0) {
      event.preventDefault()
      move(by)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (chosen) go(chosen)
      else {
        askNow()
        setTakesFirst(true)
      }
    }
  }
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('title')}>
      <div className="grid h-[min(70dvh,34rem)] grid-rows-[auto_auto_1fr] gap-2">
        <div className="grid gap-1">
          <label htmlFor={`${list}-field`} className="font-semibold">
            {t('label')}
          </label>
          <input
            id={`${list}-field`}
            ref={field}
            type="text"
            role="combobox"
            aria-expanded={offers.length > 0}
            aria-controls={list}
            aria-autocomplete="list"
            aria-describedby={`${list}-hint`}
            {...(chosen ? { 'aria-activedescendant': chosen.id } : {})}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value)
              setChosenId(null)
              setTakesFirst(false)
            }}
            onKeyDown={press}
            maxLength={300}
            dir="auto"
            enterKeyHint="go"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            translate="no"
            className="min-h-11 w-full rounded border border-edge bg-surface px-3 text-base text-ink"
          />
        </div>
        <div className="text-sm text-muted">
          <p id={`${list}-hint`} className="max-sm:sr-only">
            {t('hint')}
          </p>
          <p role="status">{status}</p>
        </div>
        <PaletteList id={list} offers={offers} chosenId={chosen?.id ?? null} onChoose={go} />
      </div>
    </Dialog>
  )
}
