'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Chip, Chips } from '@/components/ui/chip'
import { FreeText } from '@/components/ui/free-text'
import { type Choice, type Difference, differences, resolve } from './conflict.rules'
import { useFormState } from './form-context'

type Values = Readonly<Record<string, unknown>>
export type ShowValue = (name: string, value: unknown) => string

/** Someone saved first: both texts field by field, and the person decides. Nothing is chosen silently for a text. */
export const ConflictView = ({
  mine,
  theirs,
  showValue,
  onResolved,
}: {
  mine: Values
  theirs: Values
  showValue: ShowValue
  onResolved: (values: Values) => void
}) => {
  const found = differences(mine, theirs)
  const t = useTranslations('forms')
  const { labels } = useFormState()
  const heading = useId()
  const box = useRef<HTMLElement>(null)
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  useEffect(() => box.current?.focus(), [])
  const choiceOf = ({ name, canHaveBoth }: Difference): Choice =>
    choices[name] ?? (canHaveBoth ? 'both' : 'mine')
  return (
    <section
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby={heading}
      className="grid gap-4 rounded border-2 border-late bg-surface px-4 py-4"
    >
      <div>
        <h2 id={heading}>{t('conflictTitle')}</h2>
        <p className="text-muted">{found.length === 0 ? t('conflictNothing') : t('conflictWhat')}</p>
      </div>
      {found.map((difference) => {
        const { name, canHaveBoth } = difference
        const options: readonly Choice[] = canHaveBoth ? ['both', 'mine', 'theirs'] : ['mine', 'theirs']
        return (
          <fieldset key={name} className="grid gap-2 border-t border-hair pt-3">
            <legend className="sr-only">{labels.get(name) ?? t('conflictField')}</legend>
            <p className="font-semibold" aria-hidden="true">
              {labels.get(name) ?? t('conflictField')}
            </p>
            <div className="grid gap-3 sm:grid-cols-2">
              <Version title={t('conflictMine')} text={showValue(name, difference.mine)} />
              <Version title={t('conflictTheirs')} text={showValue(name, difference.theirs)} />
            </div>
            <Chips>
              {options.map((option) => (
                <Chip
                  key={option}
                  type="radio"
                  name={`${heading}-${name}`}
                  checked={choiceOf(difference) === option}
                  onChange={() => setChoices((before) => ({ ...before, [name]: option }))}
                >
                  {t(`conflictChoice.${option}`)}
                </Chip>
              ))}
            </Chips>
          </fieldset>
        )
      })}
      <div>
        <Button
          onClick={() =>
            onResolved(Object.fromEntries(found.map((one) => [one.name, resolve(one, choiceOf(one))])))
          }
        >
          {t('conflictSave')}
        </Button>
      </div>
    </section>
  )
}

const Version = ({ title, text }: { title: string; text: string }) => (
  <div className="rounded border border-hair bg-paper px-3 py-2">
    <p className="text-sm text-muted">{title}</p>
    <FreeText text={text} />
  </div>
)
