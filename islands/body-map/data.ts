// What did the page give to the body map? Its zones, layers, words and the last marks, by
// json_script. Everything here is data: no zone, rank, limit or sentence is known to the script.

export type Layer = 'pain' | 'tingling' | 'numbness'
export type View = 'front' | 'back'

/** One place of a chart. null: not said yet. */
export interface Mark {
  readonly pain: number | null
  readonly tingling: number | null
  readonly numbness: number | null
  readonly usual: boolean
}

/** Marks by place; a place is its zone and side: "calf_upper-right". */
export type Marks = ReadonlyMap<string, Mark>

export interface Zone {
  id: string
  name: string
  rank: number
  path: string
  sides: string[]
  roots: string[]
}

export interface LayerData {
  id: Layer
  name: string
  most: number
}

export interface Picture {
  name: string
  size: [number, number]
  middles: Record<View, number>
  close: [top: number, bottom: number, half: number][]
  shades: number[]
}

export type Words = Record<string, string> & {
  sides: Record<string, string>
  grades: string[]
}

export interface MapData {
  drawing: string
  action: string
  zones: Zone[]
  layers: LayerData[]
  picture: Picture
  last: Record<string, Mark>
  words: Words
}

/** The data of the page; a page without it is not one that this island can take over. */
export function readData(id: string): MapData {
  const element = document.getElementById(id)
  if (!element?.textContent) throw new Error(`body-map: the page has no data under #${id}`)
  return JSON.parse(element.textContent) as MapData
}

/** How a place is named to a person: "Buttock, right". */
export function placeName(place: string, data: MapData): string {
  const cut = place.lastIndexOf('-')
  const [id, side] = [place.slice(0, cut), place.slice(cut + 1)]
  const zone = data.zones.find((one) => one.id === id)
  if (!zone) throw new Error(`body-map: there is no zone ${id}`)
  return side === 'middle' ? zone.name : `${zone.name}, ${(data.words.sides[side] ?? side).toLowerCase()}`
}

/** How strong it is, in words: "4" for pain, "Slight" for a grade. */
export function strengthName(layer: LayerData, value: number, words: Words): string {
  return layer.id === 'pain' ? `${value}` : (words.grades[value] ?? `${value}`)
}
