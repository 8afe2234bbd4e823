import { CertificatePage } from '@/components/rights/certificate-page'
import { readCertificate } from '@/lib/rights/rights-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'rights:read',
  messages: [],
  load: (work, { params }) => readCertificate(work, params.erasureId ?? ''),
  audit: ({ certificate }) => ({ event: 'erasure.opened', erasureId: certificate.id }),
  show: (data) => <CertificatePage data={data} />,
})
