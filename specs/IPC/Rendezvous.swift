import Logic
import Vocabulary

