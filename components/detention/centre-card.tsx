'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { Chip, Chips } from '@/components/ui/chip'
import { CLOSE, DOWN, Drawing } from '@/components/ui/drawing'
import type { CodeChoice } from '@/lib/countries/code.data'
import type { VisitForm } from '@/lib/detention/visit.schema'
import { NoteField } from './note-field'

/** What was seen of the centre, by theme; untouched themes say that nothing was new. Kept apart from what is about one person. */
export const CentreCard = ({
  themes,
  isOpen,
  onToggle,
}: {
  themes: readonly CodeChoice[]
  isOpen: boolean
  onToggle: () => void
}) => {
  const t = useTranslations('detention.form')
  const observations = useWatch<VisitForm, 'observations'>({ name: 'observations' })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const isTold = (text: string): boolean => text.trim() !== ''
  const told = observations.filter(({ text }) => isTold(text)).length
  const panel = useRef<HTMLDivElement>(null)
  const last = chosen.at(-1)
  // One tap opens a theme and the keyboard with it.
  useEffect(() => {
    if (last !== undefined)
      panel.current?.querySelector<HTMLElement>(`[data-theme="${last}"] textarea`)?.focus()
  }, [last])
  const shown = observations.flatMap(({ theme, text }, index) =>
    isTold(text) || chosen.includes(theme) ? [{ theme, index }] : [],
  )
  return (
    <section className="rounded border border-hair bg-surface">
      <h2 className="font-sans text-base">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls="about-centre"
          onClick={onToggle}
          className="flex min-h-14 w-full items-center gap-3 rounded px-3.5 py-3 text-start"
        >
          <span className="grow">
            {t('centre')}
            <span className="block text-sm font-normal text-muted">{t('nothingNew', { told })}</span>
          </span>
          <Drawing path={isOpen ? CLOSE : DOWN} className="size-5 shrink-0 text-muted" />
        </button>
      </h2>
      <div id="about-centre" hidden={!isOpen} ref={panel}>
        {isOpen ? (
          <div className="grid gap-4 px-3.5 pb-4">
            <fieldset>
              <legend className="pb-1.5 font-semibold">{t('themes')}</legend>
              <p className="pb-2 text-sm text-muted">{t('centreHint')}</p>
              <Chips>
                {observations.map(({ theme, text }) => (
                  <Chip
                    key={theme}
                    name={`theme-${theme}`}
                    checked={isTold(text) || chosen.includes(theme)}
                    // What is written does not vanish with a tap: it is taken away in its field.
                    disabled={isTold(text)}
                    onChange={(event) =>
                      setChosen((before) =>
                        event.target.checked ? [...before, theme] : before.filter((one) => one !== theme),
                      )
                    }
                  >
                    {themes.find(({ code }) => code === theme)?.label ?? theme}
                  </Chip>
                ))}
              </Chips>
            </fieldset>
            {shown.map(({ theme, index }) => (
              <div key={theme} data-theme={theme}>
                <NoteField
                  name={`observations.${index}.text`}
                  label={themes.find(({ code }) => code === theme)?.label ?? theme}
                  rows={3}
                />
              </div>
            ))}
          </div>
        ) : null}
      </div>
    </section>
  )
}
