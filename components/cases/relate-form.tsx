'use client'
import { useTranslations } from 'next-intl'
import { ChipGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { FormAnew } from '@/components/forms/form-anew'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextField } from '@/components/forms/text-field'
import { isKin, KIN_BASES } from '@/lib/cases/file-people.rules'
import { relateFile } from '@/lib/cases/related-file.actions'
import { RELATION_KINDS } from '@/lib/cases/related-file.rules'

/** Ties this file to that of a relative. */
export const RelateForm = ({ caseId }: { caseId: string }) => {
  const t = useTranslations('people.related')
  const places = useTranslations('people.inFile')
  return (
    <FormAnew
      schema={() => import('@/lib/cases/related-file.schema').then((room) => room.relateSchema)}
      defaultValues={{ caseId, code: '', kind: 'family_member', basis: '', since: '' }}
      action={relateFile}
    >
      {(form) => (
        <>
          <p className="text-sm text-muted">{t('what')}</p>
          <TextField
            name="code"
            label={t('field.code')}
            hint={t('field.codeHint')}
            width="short"
            spellCheck={false}
            translate="no"
          />
          <Select
            name="kind"
            label={t('field.kind')}
            options={toOptions(RELATION_KINDS.codes, (one) => places(`role.${one}`))}
          />
          {isKin(RELATION_KINDS.read(form.watch('kind'))) ? (
            <ChipGroup
              name="basis"
              label={places('field.basis')}
              options={[
                { value: '', label: places('basis.notAsked') },
                ...toOptions(KIN_BASES.codes, (one) => places(`basis.${one}`)),
              ]}
            />
          ) : null}
          <DateField name="since" label={t('field.since')} hint={t('field.sinceHint')} />
          <FormFooter>{t('save')}</FormFooter>
        </>
      )}
    </FormAnew>
  )
}
