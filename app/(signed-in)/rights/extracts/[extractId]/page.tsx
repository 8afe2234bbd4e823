import { SignatureDrawing } from '@/components/consents/signature-drawing'
import { ExtractPage } from '@/components/rights/extract-page'
import { catalogue } from '@/lib/i18n/catalogue'
import { readExtract } from '@/lib/rights/extract.data'
import { enter } from '@/lib/server/enter'
import { allOf } from '@/lib/shared/search'

export default enter({
  permission: 'case:edit',
  messages: [],
  load: async (work, { params, search }) => {
    const data = await readExtract(work, params.extractId ?? '', new Set(allOf(search, 'give')))
    return { data, messages: await catalogue[data.language]() }
  },
  audit: ({ data: { id, caseId, personId } }) => ({
    event: 'extract.opened',
    caseId,
    personId,
    extractId: id,
  }),
  show: ({ data, messages }) => (
    <ExtractPage
      signature={(drawing, label) => <SignatureDrawing drawing={drawing} label={label} />}
      data={data}
      messages={messages}
    />
  ),
})
