/** The components generated MDX may use, and no others. */
import Cell from './Cell.astro';
import EditorialHeading from './EditorialHeading.astro';
import Heading from './Heading.astro';
import Lead from './Lead.astro';
import NoteRef from './NoteRef.astro';
import Para from './Para.astro';
import PrintedTitle from './PrintedTitle.astro';
import Row from './Row.astro';
import Section from './Section.astro';
import Table from './Table.astro';

export const bodyComponents = {
  Cell,
  EditorialHeading,
  Heading,
  Lead,
  NoteRef,
  Para,
  PrintedTitle,
  Row,
  Section,
  Table,
};
