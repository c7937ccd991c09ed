"""Do scripts use the diary as its pages do, by the document that describes it?"""
