/** @type {import('stylelint').Config} */
export default {
  extends: ['stylelint-config-standard'],
  rules: {
    'import-notation': 'string',
    // The cascade here goes from the general to the particular, file by file.
    'no-descending-specificity': null,
    // Page margin boxes take most properties (CSS Paged Media 3, section 7).
    'at-rule-descriptor-no-unknown': null,
  },
};
