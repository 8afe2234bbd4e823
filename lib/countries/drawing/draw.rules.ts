import { drawBalance, drawBars, drawGrouped } from './bars.rules'
import { drawColumns } from './columns.rules'
import { drawDots, drawRanges } from './dots.rules'
import { drawParts, drawTiles, drawWaffle } from './parts.rules'
import type { Picture } from './picture.rules'
import { figure, type Scene } from './scene.rules'

const drawFigure = ({ marks }: Picture): Scene => ({
  width: null,
  height: 40,
  shapes: [figure({ x: 0, y: 30, text: marks[0]?.said ?? '', size: 22 })],
})

/** The drawing of a picture; null for a list, whose parts make no whole. */
export const draw = (picture: Picture): Scene | null => {
  switch (picture.form) {
    case 'columns':
      return drawColumns(picture)
    case 'dots':
      return drawDots(picture)
    case 'bars':
      return drawBars(picture)
    case 'parts':
      return drawParts(picture)
    case 'waffle':
      return drawWaffle(picture)
    case 'tiles':
      return drawTiles(picture)
    case 'balance':
      return drawBalance(picture)
    case 'grouped':
      return drawGrouped(picture)
    case 'ranges':
      return drawRanges(picture)
    case 'figure':
      return drawFigure(picture)
    case 'list':
      return null
  }
}
