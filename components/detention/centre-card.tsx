'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { TextArea } from '@/components/forms/text-field'
import { Icon } from '@/components/ui/icon'
import type { CodeChoice } from '@/lib/countries/code.data'
import type { VisitForm } from '@/lib/detention/visit.schema'

/** What was seen of the centre, by theme; empty says that nothing was new. Kept apart from what is about one person. */
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
  const quiet = observations.filter(({ text }) => text.trim() === '').length
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
            <span className="block text-sm font-normal text-muted">
              {t('nothingNew', { count: quiet, all: observations.length })}
            </span>
          </span>
          <Icon name={isOpen ? 'close' : 'down'} className="size-5 shrink-0 text-muted" />
        </button>
      </h2>
      <div id="about-centre" hidden={!isOpen}>
        {isOpen ? (
          <div className="grid gap-4 px-3.5 pb-4">
            <p className="text-sm text-muted">{t('centreHint')}</p>
            {observations.map(({ theme }, index) => (
              <TextArea
                key={theme}
                name={`observations.${index}.text`}
                label={themes.find(({ code }) => code === theme)?.label ?? theme}
                rows={2}
                dir="auto"
              />
            ))}
          </div>
        ) : null}
      </div>
    </section>
  )
}
