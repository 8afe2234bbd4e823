'use client'
import { useTranslations } from 'next-intl'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { ChipGroup } from '@/components/forms/choices'
import { FieldGroup, useField } from '@/components/forms/field'
import { TextField } from '@/components/forms/text-field'
import { Chip, Chips } from '@/components/ui/chip'
import { SEVERITIES } from '@/lib/cases/severity.rules'
import type { CodeChoice } from '@/lib/countries/code.data'
import { questionOf, startingSeverity } from '@/lib/detention/signal.rules'
import { FREQUENT } from '@/lib/detention/visit.rules'
import type { EncounterForm } from '@/lib/detention/visit.schema'
import { FoldButton, useFolded } from './folded-chips'

/** Any form that holds signals somewhere. */
type SignalForm = { [path: string]: EncounterForm['signals'] }

/** What a chosen signal asks: one question, and how serious it is. */
const FollowUp = ({ name, code, label }: { name: `${string}.${number}`; code: string; label: string }) => {
  const t = useTranslations('detention')
  const severity: unknown = useWatch({ name: `${name}.severity` })
  return (
    <fieldset
      className={`grid gap-3 border-s-3 ps-3 ${severity === 'critical' ? 'border-danger' : 'border-edge'}`}
    >
      <legend className="sr-only">{label}</legend>
      <TextField
        name={`${name}.note`}
        label={t('form.ask', { signal: label, question: t(`question.${questionOf(code)}`) })}
        {...(severity === 'critical' ? { hint: t('form.toldAtOnce') } : {})}
        dir="auto"
      />
      <ChipGroup
        name={`${name}.severity`}
        label={t('form.severity')}
        options={SEVERITIES.codes.map((value) => ({
          value,
          label: t(`severity.${value}`),
          kind: value === 'critical' || value === 'serious' ? 'danger' : 'quiet',
        }))}
      />
    </fieldset>
  )
}

/** Worries about one person. Each chosen one opens its question right below. */
export const SignalFields = ({
  name,
  label,
  choices,
}: {
  /** The path of the list: of one card, or of the form that corrects a conversation. */
  name: string
  /** The question, where it is not the one of a card. */
  label?: string
  choices: readonly CodeChoice[]
}) => {
  const t = useTranslations('detention.form')
  const { control } = useFormContext<SignalForm>()
  const { fields, append, remove } = useFieldArray({ control, name })
  const asked = label ?? t('signals')
  const facts = useField({ name, label: asked })
  const chosen = fields.map(({ code }) => code)
  const { shown, isOpen, isFolded, toggle } = useFolded(choices, FREQUENT.signals, chosen)
  const change = (code: string, isChosen: boolean): void => {
    if (isChosen) append({ code, severity: startingSeverity(code), note: '' }, { shouldFocus: false })
    else remove(chosen.indexOf(code))
  }
  return (
    <div className="grid gap-3">
      <FieldGroup label={asked} facts={facts}>
        <Chips>
          {shown.map(({ code, label }, index) => (
            <Chip
              key={code}
              kind="danger"
              id={index === 0 ? facts.id : `${facts.id}-${code}`}
              name={`${name}-${code}`}
              checked={chosen.includes(code)}
              onChange={(event) => change(code, event.target.checked)}
            >
              {label}
            </Chip>
          ))}
          {isFolded ? <FoldButton isOpen={isOpen} toggle={toggle} about={asked} /> : null}
        </Chips>
      </FieldGroup>
      {fields.map(({ id, code }, index) => (
        <FollowUp
          key={id}
          name={`${name}.${index}`}
          code={code}
          label={choices.find((choice) => choice.code === code)?.label ?? code}
        />
      ))}
    </div>
  )
}
