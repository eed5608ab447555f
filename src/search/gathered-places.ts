/** Places of a gram, in order, side by side with what is written of each. */
export class GatheredPlaces {
  count = 0;
  /** Of the first `count`, in characters from the beginning of the group's text. */
  places = new Uint32Array(64);
  pages = new Uint16Array(64);
  weights = new Uint8Array(64);

  clear(): void {
    this.count = 0;
  }

  add(place: number, page: number, weight: number): void {
    if (this.count === this.places.length) this.#grow();
    this.places[this.count] = place;
    this.pages[this.count] = page;
    this.weights[this.count] = weight;
    this.count += 1;
  }

  /** @param marks - by place: 1 is put where these are */
  mark(marks: Uint8Array): void {
    for (let i = 0; i < this.count; i += 1) marks[this.places[i] ?? 0] = 1;
  }

  #grow(): void {
    const { places, pages, weights } = this;
    const length = 2 * this.count;
    (this.places = new Uint32Array(length)).set(places);
    (this.pages = new Uint16Array(length)).set(pages);
    (this.weights = new Uint8Array(length)).set(weights);
  }
}
