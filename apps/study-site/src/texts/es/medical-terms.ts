// The words about bodies, illnesses and treatments that a study's text uses, explained.
import type { Explanation, MedicalTermId } from "../../glossary/explanation";

export const medicalTerms: Record<MedicalTermId, Explanation> = {
  systemic: {
    name: "Sistémico",
    text: "Llega a todo el cuerpo, por ejemplo con un gotero o una pastilla, y no solo a un lugar.",
  },
  stage: {
    name: "Estadio T y N",
    text: "Los médicos anotan cuánto ha crecido un cáncer (T, de 1 a 4) y si está en los ganglios cercanos (N; «N+» significa que sí).",
  },
  biopsy: { name: "Biopsia", text: "Se toma un trocito de tejido y se mira al microscopio." },
  pathology: {
    name: "Anatomía patológica, histología",
    text: "Examen del tejido en un laboratorio, casi siempre al microscopio, para saber de qué enfermedad se trata.",
  },
  tumour: {
    name: "Tumor",
    text: "Un bulto de células que crecen más de lo debido. No todos los tumores son cáncer.",
  },
  malignant: {
    name: "Maligno",
    text: "Canceroso: puede crecer hacia lo que lo rodea y extenderse.",
  },
  carcinoma: {
    name: "Carcinoma",
    text: "Un cáncer que empezó en la piel o en el revestimiento de un órgano.",
  },
  squamous: {
    name: "Células escamosas",
    text: "Células planas que cubren la piel y revisten la boca, el esófago y otros órganos huecos.",
  },
  metastasis: {
    name: "Metástasis",
    text: "Un cáncer que se ha extendido a otra parte del cuerpo. Se dice entonces que es metastásico.",
  },
  locallyAdvanced: {
    name: "Localmente avanzado",
    text: "El cáncer ha crecido hacia lo que tiene al lado o hacia los ganglios cercanos, pero no a partes lejanas del cuerpo.",
  },
  recurrence: {
    name: "Recurrencia",
    text: "La enfermedad ha vuelto después de que parecía haber desaparecido.",
  },
  remission: {
    name: "Remisión",
    text: "Los signos de la enfermedad han disminuido o desaparecido.",
  },
  neoadjuvant: {
    name: "Neoadyuvante",
    text: "Se da antes del tratamiento principal, a menudo para reducir un tumor antes de operar.",
  },
  adjuvant: {
    name: "Adyuvante",
    text: "Se da después del tratamiento principal, para que la enfermedad no vuelva.",
  },
  chemotherapy: {
    name: "Quimioterapia",
    text: "Medicamentos que destruyen las células que se dividen deprisa, como las del cáncer.",
  },
  radiotherapy: {
    name: "Radioterapia",
    text: "Tratamiento con rayos que dañan las células del cáncer en una parte del cuerpo.",
  },
  chemoradiotherapy: {
    name: "Quimiorradioterapia",
    text: "Quimioterapia y radioterapia durante las mismas semanas.",
  },
  immunotherapy: {
    name: "Inmunoterapia",
    text: "Tratamiento que ayuda a las propias defensas del cuerpo a combatir una enfermedad.",
  },
  immunosuppressive: {
    name: "Inmunosupresor",
    text: "Debilita las defensas del cuerpo frente a las infecciones.",
  },
  lymphocyte: {
    name: "Linfocitos",
    text: "Glóbulos blancos que combaten las infecciones y los tumores.",
  },
  pleural: {
    name: "Pleural, derrame pleural",
    text: "La pleura es la fina membrana que rodea los pulmones. Un derrame es líquido acumulado en ella.",
  },
  hba1c: {
    name: "HbA1c",
    text: "Un análisis de sangre que muestra el azúcar medio de los últimos dos o tres meses.",
  },
  hypertension: { name: "Hipertensión", text: "Presión arterial alta." },
  creatinine: {
    name: "Creatinina, eGFR",
    text: "Valores de la sangre que muestran cómo funcionan los riñones.",
  },
  coronaryArtery: {
    name: "Enfermedad coronaria",
    text: "Los vasos que alimentan el músculo del corazón se han estrechado.",
  },
  angioplasty: {
    name: "Angioplastia",
    text: "Se ensancha un vaso sanguíneo estrecho desde dentro, con un pequeño globo.",
  },
  stent: {
    name: "Stent",
    text: "Un pequeño tubo de malla que mantiene abierto un vaso sanguíneo.",
  },
  stenosis: { name: "Estenosis", text: "Un lugar estrecho en un vaso." },
  restenosis: {
    name: "Reestenosis",
    text: "Un vaso que se había abierto se ha vuelto a estrechar.",
  },
  bifurcation: { name: "Bifurcación", text: "El lugar donde un vaso sanguíneo se divide en dos." },
  occlusion: { name: "Oclusión", text: "Un vaso está obstruido por completo." },
  saphenous: {
    name: "Injerto de vena safena",
    text: "Una vena de la pierna que se usó en una operación de derivación del corazón.",
  },
  cardiogenicShock: {
    name: "Choque cardiogénico",
    text: "De pronto el corazón no puede bombear suficiente sangre. Es una urgencia.",
  },
  antiplatelet: {
    name: "Antiagregante",
    text: "Evita que las plaquetas de la sangre se peguen entre sí, como hace la aspirina.",
  },
  anticoagulant: {
    name: "Anticoagulante",
    text: "Un medicamento que evita que la sangre se coagule.",
  },
  caries: { name: "Caries", text: "Diente picado: un agujero, o uno que empieza." },
  pulpotomy: {
    name: "Pulpotomía",
    text: "Se quita la parte superior del nervio de un diente y se conserva vivo el resto.",
  },
  pulp: { name: "Pulpa", text: "El interior blando de un diente, con su nervio y sus vasos." },
  dentin: { name: "Dentina", text: "La capa del diente que está debajo del esmalte." },
  periapical: {
    name: "Periapical, interradicular",
    text: "Alrededor de la punta de la raíz de un diente, o entre sus raíces.",
  },
  radiographic: { name: "Radiografía", text: "Una imagen de rayos X." },
  abdominoplasty: {
    name: "Abdominoplastia",
    text: "Una operación que quita la piel y la grasa sobrantes del vientre.",
  },
  fitzpatrick: {
    name: "Fototipo de Fitzpatrick",
    text: "Seis grupos de piel, de I (muy clara, siempre se quema al sol) a VI (muy oscura, casi nunca se quema).",
  },
  keloid: { name: "Queloide", text: "Una cicatriz que crece gruesa y más allá de la herida." },
  retinoid: {
    name: "Retinoide",
    text: "Un medicamento derivado de la vitamina A, que se usa por ejemplo en la piel.",
  },
  lactating: { name: "Lactancia", text: "Produce leche materna." },
  childbearing: { name: "Capacidad de quedar embarazada", text: "Puede quedarse embarazada." },
  postmenopausal: {
    name: "Posmenopáusica",
    text: "La menstruación ha terminado para siempre, por lo general hace al menos un año.",
  },
  tubalLigation: {
    name: "Ligadura de trompas",
    text: "Una operación que cierra las trompas por las que viajan los óvulos, para que un embarazo sea muy improbable.",
  },
  sequelae: { name: "Secuelas", text: "Lo que queda después de una enfermedad o una lesión." },
  traumaticBrainInjury: {
    name: "Traumatismo craneoencefálico",
    text: "Daño en el cerebro por un golpe, una caída o un accidente.",
  },
};
