'use client'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { type TermKey, termId } from '@/components/layout/term'
import { CLOSE, Drawing, SEARCH } from '@/components/ui/drawing'
import { Link } from '@/components/ui/link'
import type { Role } from '@/lib/shared/roles'
import { TERMS } from './help-terms'
import { type HelpRoom, roomAt, roomsFor } from './rooms'

const KEYS = ['search', 'help', 'undo', 'hide', 'slash'] as const
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Help beside the page: its words, how to do what it is for, the keys, and whom to ask. The page stays as it is. */
export const HelpPanel = ({
  role,
  term,
  isKeyOn,
  onKey,
  onClose,
}: {
  role: Role
  /** The word at which it is opened. */
  term: TermKey | null
  isKeyOn: boolean
  onKey: (isOn: boolean) => void
  onClose: () => void
}) => {
  const t = useTranslations('help')
  const room = roomAt(usePathname(), role)
  const heading = useId()
  const panel = useRef<HTMLDialogElement>(null)
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const at = panel.current?.querySelector<HTMLElement>(term === null ? 'h2' : `#panel-${termId(term)}`)
    at?.focus()
  }, [term])
  if (room === undefined) return null
  return (
    <dialog
      ref={panel}
      open
      data-print="no"
      aria-labelledby={heading}
      className="fixed inset-y-0 start-auto end-0 z-40 m-0 h-dvh max-h-none w-full max-w-none overflow-y-auto overscroll-contain border-s border-edge bg-surface p-0 text-ink shadow-layer sm:w-98 print:hidden"
    >
      <div className="sticky top-0 z-10 grid gap-3 bg-surface px-5 pt-4 pb-3">
        <div className="flex items-center gap-3">
          <h2 id={heading} tabIndex={-1} className="grow">
            {t('title', { room: t(`room.${room.key}`) })}
          </h2>
          <button
            type="button"
            onClick={onClose}
            className="grid size-11 shrink-0 place-items-center rounded text-muted hover:bg-sunken"
          >
            <Drawing path={CLOSE} />
            <span className="sr-only">{t('close')}</span>
          </button>
        </div>
        <label className="flex h-11 items-center gap-2 rounded border border-edge px-3 lg:h-9.5">
          <Drawing path={SEARCH} className="size-4.5 shrink-0 text-muted" />
          <span className="sr-only">{t('search')}</span>
          <input
            type="search"
            autoComplete="off"
            value={asked}
            onChange={({ target }) => setAsked(target.value)}
            placeholder={t('search')}
            className="min-w-0 grow bg-transparent py-1 text-dense outline-none placeholder:text-muted"
          />
        </label>
      </div>
      <div className="grid gap-5 px-5 pb-8 text-dense">
        {asked.trim() === '' ? (
          <OnThisPage {...{ room, role, term, isKeyOn, onKey, onClose }} />
        ) : (
          <Found asked={folded(asked.trim())} role={role} onClose={onClose} />
        )}
      </div>
    </dialog>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3 className="border-b border-hair pb-1">{title}</h3>
    {children}
  </section>
)

/** A word, what it means here, and what it is called in the other languages. */
const Words = ({ terms }: { terms: readonly TermKey[] }) => {
  const t = useTranslations('help')
  return (
    <dl className="grid gap-2.5 pt-2.5">
      {terms.map((one) => (
        <div key={one}>
          <dt id={`panel-${termId(one)}`} tabIndex={-1} className="scroll-mt-32 font-semibold">
            {t(`term.${one}.name`)}
          </dt>
          <dd className="text-muted">{t(`term.${one}.means`)}</dd>
          <dd className="text-sm text-muted">{t(`term.${one}.elsewhere`)}</dd>
        </div>
      ))}
    </dl>
  )
}

const Guides = ({ rooms, onClose }: { rooms: readonly HelpRoom[]; onClose: () => void }) => {
  const t = useTranslations('help')
  const all = rooms.flatMap(({ key, guides }) => guides.map((guide) => ({ key, guide })))
  const once = all.filter(({ guide }, at) => all.findIndex((one) => one.guide === guide) === at)
  return (
    <ul className="pt-1">
      {once.map(({ key, guide }) => (
        <li key={guide}>
          <Link
            href={`/help/${key}#${guide}`}
            onClick={onClose}
            className="inline-flex min-h-11 items-center py-1 lg:min-h-8"
          >
            {t(`guide.${guide}`)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

const OnThisPage = ({
  room,
  role,
  term,
  isKeyOn,
  onKey,
  onClose,
}: Omit<Parameters<typeof HelpPanel>[0], never> & { room: HelpRoom }) => {
  const t = useTranslations('help')
  const terms = term === null ? room.terms : [term, ...room.terms.filter((one) => one !== term)]
  return (
    <>
      <Part title={t('words')}>
        <Words terms={terms} />
        <p className="pt-2">
          <Link href="/help/words" onClick={onClose} className="inline-block py-1">
            {t('allWords', { count: TERMS.length })}
          </Link>
        </p>
      </Part>
      <Part title={t('howTo')}>
        <Guides rooms={[room]} onClose={onClose} />
      </Part>
      <Part title={t('keys')}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5 pt-2.5">
          {KEYS.map((key) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded-sm border border-hair bg-sunken px-1.5 py-0.5 font-sans text-sm whitespace-nowrap">
                  {t(`press.${key}`)}
                </kbd>
              </dt>
              <dd>{t(`key.${key}`)}</dd>
            </div>
          ))}
        </dl>
        <label className="flex min-h-11 items-center gap-2.5 pt-1">
          <input
            type="checkbox"
            autoComplete="off"
            checked={isKeyOn}
            onChange={({ target }) => onKey(target.checked)}
            className="size-5 shrink-0 accent-accent"
          />
          {t('keyOn')}
        </label>
      </Part>
      <Part title={t('stuck')}>
        <p className="pt-2.5">{t(`who.${role}`)}</p>
      </Part>
    </>
  )
}

/** Words and guides in which the letters are, whatever page one is on. */
const Found = ({ asked, role, onClose }: { asked: string; role: Role; onClose: () => void }) => {
  const t = useTranslations('help')
  const has = (...texts: readonly string[]): boolean => texts.some((text) => folded(text).includes(asked))
  const terms = TERMS.filter((one) =>
    has(t(`term.${one}.name`), t(`term.${one}.elsewhere`), t(`term.${one}.means`)),
  )
  const rooms = roomsFor(role).map((room) => ({
    ...room,
    guides: room.guides.filter((guide) => has(t(`guide.${guide}`))),
  }))
  const guides = new Set(rooms.flatMap((room) => room.guides))
  return (
    <>
      <p role="status" className="text-sm text-muted">
        {t('found', { count: terms.length + guides.size })}
      </p>
      {guides.size === 0 ? null : <Guides rooms={rooms} onClose={onClose} />}
      {terms.length === 0 ? null : <Words terms={terms} />}
    </>
  )
}
