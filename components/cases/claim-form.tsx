'use client'
import { useTranslations } from 'next-intl'
import { ChipGroup } from '@/components/forms/choices'
import { FormAnew } from '@/components/forms/form-anew'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextField } from '@/components/forms/text-field'
import { WhenField } from '@/components/forms/when-field'
import { addClaim } from '@/lib/cases/claim.actions'
import type { NamedCode } from '@/lib/people/country-list.rules'
import { emptyAge, emptyMore, emptyPerson } from '@/lib/people/empty-person'
import { NAME_KINDS } from '@/lib/people/name.rules'
import { AgeFields } from './age-fields'
import { NationalityFields, OriginFields } from './person-fields'

/** One more thing that was said: a name, an age, a nationality. What stood there stays. */
export const ClaimForm = ({
  caseId,
  personId,
  countries,
}: {
  caseId: string
  personId: string
  countries: readonly NamedCode[]
}) => {
  const t = useTranslations('people')
  const { nationality, certainty } = emptyPerson
  return (
    <FormAnew
      schema={() => import('@/lib/cases/file.schema').then((room) => room.claimSchema)}
      defaultValues={{
        caseId,
        personId,
        name: '',
        nameKind: 'alias',
        ...emptyAge,
        nationality,
        certainty,
        ...emptyMore,
      }}
      action={addClaim}
      draftKey={`claim:${caseId}:${personId}`}
      outboxAction="addClaim"
    >
      {(form) => (
        <>
          <p className="text-sm text-muted">{t('claim.what')}</p>
          <TextField name="name" label={t('field.otherName')} width="name" isName />
          {form.watch('name') === '' ? null : (
            <ChipGroup
              name="nameKind"
              label={t('field.nameKind')}
              options={toOptions(NAME_KINDS.codes, (one) => t(`nameKind.${one}`))}
            />
          )}
          <AgeFields />
          <NationalityFields countries={countries} />
          {/^[A-Z]{2}$/.test(form.watch('nationality')) ? (
            <>
              <WhenField name="heldSince" label={t('field.heldSince')} silences />
              <WhenField name="heldUntil" label={t('field.heldUntil')} silences />
            </>
          ) : null}
          <OriginFields countries={countries} />
          <FormFooter>{t('claim.save')}</FormFooter>
        </>
      )}
    </FormAnew>
  )
}
