'use client'
import { useTranslations } from 'next-intl'
import { CheckboxGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { saveApplication } from '@/lib/asylum/application.actions'
import type { Application } from '@/lib/asylum/application.data'
import { NO_APPLICATION_REASONS } from '@/lib/asylum/transit.rules'
import { isApplication, PLACES, PROCEDURE_LANGUAGES, WAYS } from '@/lib/asylum/vocabulary.rules'

/** A way in or through, new or as it is known. */
export const WayForm = ({ caseId, application }: { caseId: string; application: Application | null }) => {
  const t = useTranslations('asylum')
  const id = application?.id ?? ''
  return (
    <Form
      schema={() => import('@/lib/asylum/application.schema').then((room) => room.applicationSchema)}
      defaultValues={{
        caseId,
        applicationId: id,
        version: application?.version ?? 0,
        // No way is chosen for anyone: a quick save would record it.
        ...(application === null ? {} : { way: application.way }),
        sequence: application?.sequence ? String(application.sequence) : '',
        language: application?.language ?? '',
        place: application?.place ?? '',
        reasons: [...(application?.reasons ?? [])],
      }}
      action={saveApplication}
      draftKey={`asylum:way:${caseId}:${id}`}
    >
      {({ watch }) => (
        <>
          <Select
            name="way"
            label={t('wayLabel')}
            empty={t('choose')}
            options={WAYS.codes.map((value) => ({ value, label: t(`way.${value}`) }))}
          />
          {watch('way') === 'territory' ? (
            <Select
              name="place"
              label={t('placeLabel')}
              empty={t('placeNone')}
              options={PLACES.codes.map((value) => ({ value, label: t(`place.${value}`) }))}
            />
          ) : null}
          {isApplication(WAYS.match(watch('way'))) ? (
            <>
              <TextField
                name="sequence"
                label={t('sequenceLabel')}
                hint={t('sequenceHint')}
                width="number"
                maxLength={2}
              />
              <Select
                name="language"
                label={t('languageLabel')}
                empty={t('languageNone')}
                options={PROCEDURE_LANGUAGES.codes.map((value) => ({
                  value,
                  label: t(`languageChoice.${value}`),
                }))}
              />
            </>
          ) : null}
          {watch('way') === 'transit' ? (
            <CheckboxGroup
              name="reasons"
              label={t('reasonsLabel')}
              hint={t('reasonsHint')}
              options={NO_APPLICATION_REASONS.codes.map((value) => ({ value, label: t(`reason.${value}`) }))}
            />
          ) : null}
          <FormFooter>{t('save')}</FormFooter>
        </>
      )}
    </Form>
  )
}
