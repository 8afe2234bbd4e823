import QRCode from 'qrcode'

/** A QR picture as one SVG path in a square of `size` units, with the white margin that scanners need (four modules). */
export const toQrPath = (text: string): { size: number; path: string } => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const margin = 4
  const path = Array.from(modules.data)
    .map((dark, at) => ({ dark, x: (at % modules.size) + margin, y: Math.floor(at / modules.size) + margin }))
    .filter(({ dark }) => dark)
    .map(({ x, y }) => `M${x} ${y}h1v1h-1z`)
    .join('')
  return { size: modules.size + 2 * margin, path }
}
