'use client'
import { useTranslations } from 'next-intl'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { Select } from '@/components/forms/choices'
import { TextArea, TextField } from '@/components/forms/text-field'
import { Button } from '@/components/ui/button'
import type { VisitForm } from '@/lib/detention/visit.schema'
import type { NamedCode } from '@/lib/people/country-list.rules'

/** People met without a name: how many, perhaps from where. No one of them gets a file. */
export const GroupFields = ({ countries }: { countries: readonly NamedCode[] }) => {
  const t = useTranslations('detention.form')
  const { control } = useFormContext<VisitForm>()
  const { fields, append, remove } = useFieldArray({ control, name: 'groups' })
  return (
    <div className="grid gap-2.5">
      {fields.map(({ id }, index) => (
        <fieldset key={id} className="grid gap-4 rounded border border-hair bg-surface px-3.5 pt-1 pb-4">
          <legend className="float-left py-2 font-semibold">{t('group', { number: index + 1 })}</legend>
          <TextField
            name={`groups.${index}.people`}
            label={t('groupPeople')}
            width="number"
            inputMode="numeric"
          />
          <Select
            name={`groups.${index}.country`}
            label={t('groupCountry')}
            empty={t('noCountry')}
            options={countries.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <TextArea name={`groups.${index}.note`} label={t('groupNote')} rows={2} dir="auto" />
          <div>
            <Button kind="plain" size="small" onClick={() => remove(index)}>
              {t('remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <Button
        kind="quiet"
        className="justify-start px-4 py-3"
        onClick={() =>
          append({ people: '', country: '', note: '' }, { focusName: `groups.${fields.length}.people` })
        }
      >
        <span aria-hidden="true">+</span> {t('addGroup')}
      </Button>
    </div>
  )
}
