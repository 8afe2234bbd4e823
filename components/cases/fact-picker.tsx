'use client'
import { useLocale, useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { insertText } from '@/components/forms/insert-text'
import { readKeptFacts } from '@/components/layout/keep-facts'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { foundEntries, type KeptEntry } from '@/lib/countries/offline/kept.rules'
import { LOCALES } from '@/lib/i18n/locales'
import { HERE } from '@/lib/shared/here'

const MOST = 6

/** Facts of the country profile by a word of any language; the one that is chosen stands in the text with its short citation. */
export const FactPicker = ({
  area,
  onClose,
}: {
  area: RefObject<HTMLTextAreaElement | null>
  onClose: () => void
}) => {
  const t = useTranslations('cases.fact')
  const locale = LOCALES.read(useLocale())
  const [entries, setEntries] = useState<readonly KeptEntry[] | 'asked' | 'none'>('asked')
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    readKeptFacts(HERE.toLowerCase(), locale).then(
      (found) => setEntries(found ?? 'none'),
      () => setEntries('none'),
    )
  }, [locale])
  useEffect(() => {
    // After the dialog has opened, which puts the focus on its first button.
    requestAnimationFrame(() => field.current?.focus())
  }, [])
  const facts = typeof entries === 'string' ? [] : entries.filter(({ kind }) => kind === 'fact')
  const found = typed.trim() === '' ? [] : foundEntries(facts, typed)
  const put = (entry: KeptEntry): void => {
    onClose()
    // The dialog gives the focus back to the text, where the caret still stands.
    requestAnimationFrame(() => {
      if (area.current !== null)
        insertText(area.current, `${entry.name[locale]}: ${entry.cite[locale][0] ?? ''}`)
    })
  }
  const state = entries === 'asked' ? t('asked') : entries === 'none' ? t('none') : null
  return (
    <Dialog isOpen onClose={onClose} title={t('title')}>
      <label className="grid gap-1 font-semibold">
        {t('search')}
        <input
          type="search"
          autoComplete="off"
          ref={field}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="min-h-11 rounded border border-edge bg-surface px-3 font-normal"
        />
      </label>
      <p role="status" className="mt-2 text-sm text-muted">
        {state ?? (typed.trim() === '' ? t('hint') : t('found', { count: found.length }))}
      </p>
      <ul>
        {found.slice(0, MOST).map((entry) => (
          <li key={entry.path} className="border-t border-hair py-2">
            <p className="font-semibold">{entry.name[locale]}</p>
            <p className="mb-1.5 text-sm">{entry.cite[locale][0]}</p>
            <Button kind="quiet" size="small" onClick={() => put(entry)}>
              {t('put')}
              <span className="sr-only">: {entry.name[locale]}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
